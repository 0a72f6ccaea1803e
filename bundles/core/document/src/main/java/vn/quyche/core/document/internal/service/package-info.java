/** The services behind the doors: screening first, then content, then the record of it. */
package vn.quyche.core.document.internal.service;
