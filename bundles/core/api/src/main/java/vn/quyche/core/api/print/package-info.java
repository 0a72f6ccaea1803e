/**
 * Documents on paper in the form of NĐ 30/2020/NĐ-CP: a bundle says what stands in the document, the printer sets it as PDF
 * or DOCX. Decisions, minutes, reports, acknowledgement sheets and registers are all printed by it.
 *
 * <p>Implemented by {@code core.document}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.print;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
