/** The shell commands. */
package vn.quyche.district.internal.shell;
