/** The shell commands of the scope {@code document}. */
package vn.quyche.core.document.internal.shell;
