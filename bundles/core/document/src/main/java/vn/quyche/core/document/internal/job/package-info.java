/** What the document service does in the background. */
package vn.quyche.core.document.internal.job;
