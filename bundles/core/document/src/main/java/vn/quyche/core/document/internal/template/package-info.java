/** Word files as templates: what may be in one, the fields of it, and filling them. */
package vn.quyche.core.document.internal.template;
