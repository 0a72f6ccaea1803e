/**
 * Live notices, as the door that keeps browsers connected reads them.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.notice.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
