/** The rules of groups and directives as plain Java: who belongs, who may post, what a directive may hold, its seal. */
package vn.quyche.group.internal.model;
