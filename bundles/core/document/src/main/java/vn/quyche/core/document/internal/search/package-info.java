/** What is searched: an index of Lucene beside the database, which can be built from it at any time. */
package vn.quyche.core.document.internal.search;
