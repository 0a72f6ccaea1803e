/** How the document service fares. */
package vn.quyche.core.document.internal.health;
