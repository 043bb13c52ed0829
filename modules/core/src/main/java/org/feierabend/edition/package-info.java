/** The life of a policy edition: drafted, proposed, signed, in force, superseded, ended. */
package org.feierabend.edition;
