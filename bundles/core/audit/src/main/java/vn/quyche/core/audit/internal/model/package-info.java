/** The chain of the audit log as plain Java: what is hashed, how lines follow each other, what tampering looks like. */
package vn.quyche.core.audit.internal.model;
