/**
 * Calling other systems over HTTP: addresses to which a token may go, limits, and failures under the names of their causes.
 *
 * <p>Used by bundles that exchange with other containers. The codes of failures are texts of the shell.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.remote;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
