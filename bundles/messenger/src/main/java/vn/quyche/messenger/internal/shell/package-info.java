/** The shell commands. */
package vn.quyche.messenger.internal.shell;
