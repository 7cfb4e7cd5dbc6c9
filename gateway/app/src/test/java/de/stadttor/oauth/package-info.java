/**
 * The OAuth face of the running program, tried by an application and a browser that we play, and by a foreign client.
 */
package de.stadttor.oauth;
