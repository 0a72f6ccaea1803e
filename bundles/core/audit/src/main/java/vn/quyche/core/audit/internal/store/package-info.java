/** The tables of the audit log: inserts, seals, pages by key. */
package vn.quyche.core.audit.internal.store;
