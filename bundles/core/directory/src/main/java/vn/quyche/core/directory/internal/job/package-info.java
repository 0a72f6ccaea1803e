/** What the directory does by itself. */
package vn.quyche.core.directory.internal.job;
