/** What the directory itself asks of people who leave. */
package vn.quyche.core.directory.internal.duty;
