/**
 * The family of errors that services throw and doors translate.
 *
 * <p>Thrown by every service; mapped once per door (problem+json, SOAP fault, shell line, page). The code is stable and is
 * also the key of the message in the bundle's {@code i18n/messages*.properties}; {@code <code>.next} says what to do next.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
