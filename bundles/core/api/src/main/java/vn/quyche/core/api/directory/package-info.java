/**
 * The school: its units, people and posts, over time.
 *
 * <p>{@link vn.quyche.core.api.directory.Directory} answers without asking who calls: for services, which check their own
 * permission. The doors use the service with callers beside it. Implemented by {@code core.directory}.
 */
@Export
@Version("1.2.0")
package vn.quyche.core.api.directory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
