/**
 * The signing agent: runs on the PC of who has the token, signs what the page of the school asks for once its owner has seen it
 * and entered the PIN here. Keys and PINs never leave the PC. Decision 34 says how and why.
 */
package vn.quyche.agent;
