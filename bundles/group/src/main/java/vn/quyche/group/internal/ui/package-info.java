/** The pages of groups and directives: they read the request, call a service, and name a template. */
package vn.quyche.group.internal.ui;
