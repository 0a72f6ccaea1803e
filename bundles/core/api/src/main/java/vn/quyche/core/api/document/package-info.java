/**
 * Files by content: each stored once, verified when it is read, attached where it is needed. And the official documents:
 * registers, outgoing documents, and what a domain that signs asks of them.
 *
 * <p>Implemented by {@code core.document}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
