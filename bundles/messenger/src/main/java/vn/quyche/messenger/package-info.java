/**
 * Connections to messaging platforms through their official interfaces: Zalo Bot Platform, Zalo Official Account, Viber
 * channels.
 */
package vn.quyche.messenger;
