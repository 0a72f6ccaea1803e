/** The commands {@code audit:…}. */
package vn.quyche.core.audit.internal.shell;
