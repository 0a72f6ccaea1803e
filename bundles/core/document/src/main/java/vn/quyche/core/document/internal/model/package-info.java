/** Contents and their hashes as plain Java. */
package vn.quyche.core.document.internal.model;
