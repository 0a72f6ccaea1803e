/**
 * Looks at texts and files before anyone else does: secrecy markings, types, archives, viruses.
 *
 * <p>Implemented by {@code core.screening}; clauses BC.3.2, BC.4.1, BC.4.2, BC.4.4, TA.4b, TT.9, MT.12.3.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.screening;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
