/** How the directory changes: what a source says there is, and what becomes of it. */
package org.feierabend.directory;
