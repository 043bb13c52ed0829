package org.feierabend.acceptance;

import java.nio.file.Path;

/** Both files of a mail server's configuration, as they are before anything of ours is entered. */
final class PlainPostfix {
  private PlainPostfix() {}

  static String mainCf(Path home, String owner) {
    return """
        compatibility_level = 3.6
        queue_directory = %1$s/queue
        data_directory = %1$s/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        meta_directory = %1$s/etc
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mx.post.example
        mydestination =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks = 127.0.0.0/8
        maillog_file = /dev/stdout
        virtual_mailbox_domains = post.example
        virtual_mailbox_base = %1$s/mail
        virtual_mailbox_maps = texthash:%1$s/etc/mailboxes
        virtual_uid_maps = static:%2$s
        virtual_gid_maps = static:%2$s
        """
        .formatted(home, owner);
  }

  static String masterCf(int port) {
    return """
        127.0.0.1:%d inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd
        """
        .formatted(port);
  }
}
