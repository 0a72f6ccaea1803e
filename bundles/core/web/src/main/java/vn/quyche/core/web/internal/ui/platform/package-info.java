/** Pages for who runs the platform: modules, health, dead letters, the description of the interfaces. */
package vn.quyche.core.web.internal.ui.platform;
