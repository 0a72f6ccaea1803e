/** Pages for the audit log: search, one line with what it changed, refused attempts, verification, export. */
package vn.quyche.core.web.internal.ui.audit;
