/**
 * The append-only record of every change and every refused attempt.
 *
 * <p>Lines are written by {@code Acts}; {@link vn.quyche.core.api.audit.AuditTrail} reads, verifies and exports. Implemented by
 * {@code core.audit}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
