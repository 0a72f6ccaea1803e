/** The pages of documents and registers. */
package vn.quyche.core.document.internal.ui;
