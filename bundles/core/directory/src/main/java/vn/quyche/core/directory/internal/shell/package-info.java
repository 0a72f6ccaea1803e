/** Shell commands of the scope {@code directory}. */
package vn.quyche.core.directory.internal.shell;
