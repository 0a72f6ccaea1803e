/**
 * What bundles implement to hear of events.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.event.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
