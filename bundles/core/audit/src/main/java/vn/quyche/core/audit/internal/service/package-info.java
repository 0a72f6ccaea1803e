/** Writes, seals, reads, verifies and exports the audit log. */
package vn.quyche.core.audit.internal.service;
