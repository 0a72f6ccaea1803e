/**
 * What happened, told to whoever wants to know, at least once.
 *
 * <p>Events are stored in the transaction that makes them true (outbox) and delivered after it. Implemented by
 * {@code core.persistence}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
