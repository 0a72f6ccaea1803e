/**
 * Connections to messaging platforms, the chats seen through them, what is posted and what comes in.
 */
@Export
@Version("1.0.0")
package vn.quyche.messenger.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
