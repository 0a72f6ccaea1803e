/** The commands {@code security:…}. */
package vn.quyche.core.security.internal.shell;
