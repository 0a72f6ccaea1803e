/** The rules of the directory as plain Java: people on a day, names, phone numbers, the plan of an import, the checklist. */
package vn.quyche.core.directory.internal.model;
