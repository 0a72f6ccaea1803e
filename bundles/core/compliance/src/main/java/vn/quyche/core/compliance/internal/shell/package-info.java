/** Shell commands {@code duty:…} and {@code compliance:…}. */
package vn.quyche.core.compliance.internal.shell;
