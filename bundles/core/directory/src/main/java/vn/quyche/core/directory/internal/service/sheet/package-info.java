/**
 * Reads tables from Excel and CSV files, one row at a time.
 *
 * <p>The reader of Excel files is our own, some hundred lines over the JDK's zip and StAX: libraries trust the file (a cell
 * that says it stands in column {@code ZZZZZZ} costs them all memory), and nothing of formats, styles or formulas is needed.
 */
package vn.quyche.core.directory.internal.service.sheet;
