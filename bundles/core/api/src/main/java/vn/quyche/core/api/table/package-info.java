/**
 * Reads tables that people bring: Excel, CSV and plain text.
 *
 * <p>Implemented by {@code core.directory}. What it reads was screened before: see {@code core.api.document.Attachments}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.table;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
