/** The shell commands. */
package vn.quyche.signing.internal.shell;
