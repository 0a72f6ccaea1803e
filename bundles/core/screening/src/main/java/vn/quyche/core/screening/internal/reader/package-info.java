/** Reads the text out of files and looks into archives, within limits. The libraries are used nowhere else. */
package vn.quyche.core.screening.internal.reader;
