/** Prints documents as PDF and DOCX. */
package vn.quyche.core.document.internal.print;
