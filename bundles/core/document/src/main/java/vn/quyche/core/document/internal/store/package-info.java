/** Where contents (files) and attachments (schema {@code q_document}) are kept. Used by the services only. */
package vn.quyche.core.document.internal.store;
