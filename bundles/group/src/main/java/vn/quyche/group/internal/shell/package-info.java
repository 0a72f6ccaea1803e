/** The shell commands of the scope {@code group}: one small class each, one call of a service. */
package vn.quyche.group.internal.shell;
