/**
 * Who calls, through which door, and what they may do.
 *
 * <p>Doors make a {@link vn.quyche.core.api.security.Caller}; services ask {@link vn.quyche.core.api.security.Access} or,
 * better, act through {@code core.api.act.Acts}. Implemented by {@code core.security}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
