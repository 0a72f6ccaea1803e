/** The pages of the directory. */
package vn.quyche.core.directory.internal.ui;
