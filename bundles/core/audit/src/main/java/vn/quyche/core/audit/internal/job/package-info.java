/** What the audit log does by itself: seal every second, verify every night. */
package vn.quyche.core.audit.internal.job;
