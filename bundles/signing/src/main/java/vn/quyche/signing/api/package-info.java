/**
 * Signatures on files: whether they hold, and whose certificates are believed.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that a file is called valid only when everything about it was
 * checked and found right, and that no verification reaches out to the network or keeps the file.
 */
@Export
@Version("1.0.0")
package vn.quyche.signing.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
