/**
 * What bundles contribute to the machine doors: REST, SOAP and health.
 *
 * <p>Registered by every domain as services, published by {@code core.web}: one server per domain, so that a coming or going
 * domain never touches the others.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
