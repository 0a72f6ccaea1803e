/**
 * Tells people what they should know: in the app, by mail and by calendar.
 *
 * <p>Called by services within their acts. Implemented by {@code core.notice}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.notice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
