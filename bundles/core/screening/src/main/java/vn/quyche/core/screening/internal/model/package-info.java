/** The rules of screening as plain Java: secrecy markings, word lists, names and types of files. */
package vn.quyche.core.screening.internal.model;
